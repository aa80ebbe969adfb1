"""The terms that describe a data set, as plain strings: what it holds and in which files."""
# ruff: noqa: N815 - the constants are spelt as the RDF terms that they name

from __future__ import annotations

from typing import Final


class DCAT:
    """The data catalogue vocabulary: data sets and the forms that they come in."""

    NS: Final = "http://www.w3.org/ns/dcat#"
    Dataset: Final = NS + "Dataset"
    Distribution: Final = NS + "Distribution"
    byteSize: Final = NS + "byteSize"
    distribution: Final = NS + "distribution"
    endDate: Final = NS + "endDate"
    mediaType: Final = NS + "mediaType"
    startDate: Final = NS + "startDate"
    version: Final = NS + "version"


class SPDX:
    """Checksums of files."""

    NS: Final = "http://spdx.org/rdf/terms#"
    Checksum: Final = NS + "Checksum"
    algorithm: Final = NS + "algorithm"
    checksum: Final = NS + "checksum"
    checksumAlgorithm_sha256: Final = NS + "checksumAlgorithm_sha256"
    checksumValue: Final = NS + "checksumValue"


class VOID:
    """Descriptions of data sets."""

    NS: Final = "http://rdfs.org/ns/void#"
    Dataset: Final = NS + "Dataset"
    vocabulary: Final = NS + "vocabulary"
    uriSpace: Final = NS + "uriSpace"
    class_: Final = NS + "class"
    classPartition: Final = NS + "classPartition"
    classes: Final = NS + "classes"
    distinctSubjects: Final = NS + "distinctSubjects"
    entities: Final = NS + "entities"
    properties: Final = NS + "properties"
    property: Final = NS + "property"
    propertyPartition: Final = NS + "propertyPartition"
    triples: Final = NS + "triples"
