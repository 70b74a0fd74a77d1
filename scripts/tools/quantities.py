"""Units the tools share, and how numbers and times are written."""

from __future__ import annotations

import math

# Exact by definition: the pound (International Yard and Pound Agreement, 1959) and standard
# gravity (3rd General Conference on Weights and Measures, 1901); the pound-force follows from both.
KG_PER_LB = 0.45359237
STANDARD_GRAVITY = 9.80665  # m/s²
N_PER_LBF = KG_PER_LB * STANDARD_GRAVITY
CM2_PER_IN2 = 2.54**2
KPA_PER_PSI = N_PER_LBF / CM2_PER_IN2 * 10


def weight_n(mass_kg: float, share: float = 1.0) -> float:
    """Weight in newtons of a share (0 to 1) of a mass in kilograms, under standard gravity."""
    return mass_kg * share * STANDARD_GRAVITY


def fahrenheit(celsius: float) -> float:
    """Degrees Fahrenheit of degrees Celsius."""
    return celsius * 9 / 5 + 32


def figures(value: float, count: int = 2) -> float:
    """Round a positive number to ``count`` figures, halves upwards as JavaScript does; whole numbers keep their digits."""
    if value <= 0:
        return 0.0
    decimals = max(0, count - 1 - math.floor(math.log10(value)))
    scale = 10**decimals
    return math.floor(value * scale + 0.5) / scale


def number(value: float, count: int = 2) -> str:
    """Write a number in ``count`` figures: 14, 8.3, 1,300."""
    rounded = figures(value, count)
    if rounded >= 1000:
        rounded = float(f"{rounded:.{count}g}")
    return f"{rounded:,.10g}" if rounded >= 1000 else f"{rounded:.10g}"


def time_in_words(seconds: float) -> str:
    """Write a time: about 3.1 hours, about 52 minutes, about 34 seconds, under 1 second."""
    for unit, size, least in (("hours", 3600, 5400), ("minutes", 60, 120), ("seconds", 1, 1)):
        if seconds >= least:
            return f"about {number(seconds / size)} {unit}"
    return "under 1 second"
