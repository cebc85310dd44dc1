"""The Inquiries page: requests in a list, and beside it the one being judged."""
