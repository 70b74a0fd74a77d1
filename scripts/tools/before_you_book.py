"""Before you book: which entries of data/conditions/ a reader ticks, and what each asks of them.

It gives no score and no all-clear. The order is that of the actions in the schema, emergencies first.
"""

from __future__ import annotations

from typing import Any

WARNING_SET = "after-session"
EXAMPLES = 5  # names shown beside a part of health


def by_urgency(conditions: dict[str, dict[str, Any]], actions: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """Conditions with their ids: emergencies first, then by action in the order of ``actions``, then by name."""
    return sorted(
        conditions.items(),
        key=lambda entry: (not entry[1].get("emergency", False), actions.index(entry[1]["action"]), entry[1]["name"].lower()),
    )


def advice(ticked: set[str], conditions: dict[str, dict[str, Any]], actions: list[str]) -> list[tuple[str, list[str]]]:
    """Ids of what was ticked under ``emergency`` and each action, the most urgent first; empty groups are left out.

    Raises KeyError for an id that is no condition.
    """
    chosen = by_urgency({id_: conditions[id_] for id_ in ticked}, actions)
    groups = {name: [] for name in ("emergency", *actions)}
    for id_, condition in chosen:
        groups["emergency" if condition.get("emergency") else condition["action"]].append(id_)
    return [(name, ids) for name, ids in groups.items() if ids]


def equivalent(data: dict[str, Any]) -> dict[str, Any]:
    """What the template shows: emergencies, medicines, the parts of health with their entries, and the whole list."""
    actions = list(data["labels"]["action"])
    ordered = by_urgency(data["conditions"], actions)
    entries = [{"id": id_, **condition} for id_, condition in ordered]
    calm = [entry for entry in entries if not entry.get("emergency", False)]
    takes = [entry for entry in calm if "medicines" in entry or entry["group"] == "medicines"]
    rest = [entry for entry in calm if entry not in takes]
    groups = []
    for group in data["labels"]["group"]:
        found = [entry for entry in rest if entry["group"] == group]
        if found:
            groups.append({"id": group, "entries": found, "examples": [entry["name"] for entry in found[:EXAMPLES]]})
    return {
        "emergencies": [entry for entry in entries if entry.get("emergency", False)],
        "takes": takes,
        "groups": groups,
        "warning": data["warning_signs"][WARNING_SET]["in_one_line"],
        # The day of the entry that was read longest ago: the list is no fresher than that.
        "reviewed_on": min(entry["reviewed_on"] for entry in entries),
        "actions": [(action, [entry for entry in calm if entry["action"] == action]) for action in actions],
    }
