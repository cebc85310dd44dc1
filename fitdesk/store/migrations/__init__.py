"""The schema, step by step: numbered scripts that playhouse.migrations applies in order; released ones never change."""
