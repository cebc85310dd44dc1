"""The letter on paper: layouts, typesetting, tagged archival PDF, envelopes and labels."""
