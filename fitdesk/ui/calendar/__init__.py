"""The Calendar page: what is booked, held or blocked, by month and as a list."""
