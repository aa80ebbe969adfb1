"""The forms that a submission may have, each read to statements that know where they stand."""
