"""Pressure: what one force does through contacts of different size.

Average pressure is force over area (claim ``press-foot-vs-elbow-logic``); a bone under thin tissue makes
peaks above the average. Areas are assumptions of data/tables/contact-areas.csv, but for the finger's.
"""

from __future__ import annotations

from typing import Any

from scripts.tools.quantities import KPA_PER_PSI, STANDARD_GRAVITY, number, weight_n

FORCES_N = (50, 100, 200, 400)  # columns of the table without JavaScript
LIMITS = {"force_n": (0.1, 3000), "area_cm2": (0.05, 1000), "body_kg": (1, 300), "share_percent": (1, 100)}
START = {"body_kg": 70, "share_percent": 25, "area_cm2": 60}
# Rows of data/tables/pressures.csv that name a pressure somebody measured on or with a person.
MEASURED = ("Deep friction massage, fingertips", "Standing, left heel", "Standing, front of left foot", "Upper-back manipulation, first push")


def pressure_kpa(force_n: float, area_cm2: float) -> float:
    """Average pressure in kilopascals of a force in newtons over an area in square centimetres.

    1 N on 1 cm² is 10 kPa, by the definition of the pascal. Raises ValueError for an area that is not above zero.
    """
    if area_cm2 <= 0:
        raise ValueError("the area must be above zero")
    return force_n / area_cm2 * 10


def psi(kpa: float) -> float:
    """Pounds-force per square inch of kilopascals."""
    return kpa / KPA_PER_PSI


def equivalent(data: dict[str, Any]) -> dict[str, Any]:
    """What the template shows: contacts, their pressures at four forces, and measured pressures beside them."""
    contacts = data["tables"]["contact-areas"]["rows"]
    rows = [
        {**contact, "pressures": [number(pressure_kpa(force, float(contact["area_cm2"]))) for force in FORCES_N]}
        for contact in contacts
    ]
    measured = [row for row in data["tables"]["pressures"]["rows"] if row["item"] in MEASURED]
    return {
        "contacts": rows,
        "forces": [(force, number(force / STANDARD_GRAVITY)) for force in FORCES_N],
        "measured": [{**row, "sources": row["source_key"].split(";")} for row in measured],
        "limits": LIMITS,
        "start": {**START, "force_n": round(weight_n(START["body_kg"], START["share_percent"] / 100))},
    }
