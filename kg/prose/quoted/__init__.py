"""What is said of a candidate in quotation marks, in leaders and under names."""
