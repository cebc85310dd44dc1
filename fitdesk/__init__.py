"""FitDesk: read a booking request, judge its fit, and refer it gladly when the honest answer is no."""

__version__ = "0.1.0"
