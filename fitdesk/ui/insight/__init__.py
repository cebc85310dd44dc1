"""The Insight page: what the score was worth, what decisions suggest, how steady the own judgement is."""
