"""Contact burns: how long hot water held on skin takes to injure it.

The line is the one of claim ``burn-regression`` (reference pone-2021-contactburn, after the tests of the
1940s): ln(seconds) = 116.4 − 28.3 · ln(°C), the longest exposures that did not destroy the outer skin.
The parallel line with 113.4 (claim ``burn-volunteer-line``) marks the least exposure that the same review
counted. The widely copied Arrhenius pair is not used: with today's gas constant it predicts times about
five times too long (claim ``burn-arrhenius-pitfall``).
"""

from __future__ import annotations

import math
from typing import Any

from scripts.tools.quantities import fahrenheit, number, time_in_words

INTERCEPT_SURVIVED = 116.4  # natural logarithm of seconds
INTERCEPT_COUNTED = 113.4
SLOPE = -28.3  # per natural logarithm of degrees Celsius
LOWEST_C, HIGHEST_C = 44.0, 60.0
START_C = 54


def time_s(temperature_c: float, intercept: float = INTERCEPT_SURVIVED) -> float:
    """Seconds on the line at a temperature in degrees Celsius.

    Raises ValueError outside 44 to 60 °C, where the line has not been fitted.
    """
    if not LOWEST_C <= temperature_c <= HIGHEST_C:
        raise ValueError("the line holds from 44 to 60 °C only")
    return math.exp(intercept + SLOPE * math.log(temperature_c))


def equivalent(data: dict[str, Any]) -> dict[str, Any]:
    """What the template shows: both lines at every second degree."""
    degrees = range(int(LOWEST_C), int(HIGHEST_C) + 1, 2)
    return {
        "rows": [
            {
                "celsius": celsius,
                "fahrenheit": number(fahrenheit(celsius), 3),
                "survived": time_in_words(time_s(celsius)),
                "counted": time_in_words(time_s(celsius, INTERCEPT_COUNTED)),
            }
            for celsius in degrees
        ],
        "limits": {"temperature_c": (LOWEST_C, HIGHEST_C)},
        "start": {"temperature_c": START_C},
    }
