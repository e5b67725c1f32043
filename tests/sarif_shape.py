"""What SARIF 2.1.0 demands of the parts that we write: which keys an object may have and must have, and what stands in them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

# Each: the keys that must be there, and for every key that may be there a type, a set of words, an object or a list of one.
SHAPES: dict[str, tuple[set[str], dict[str, Any]]] = {
    "log": ({"version", "runs"}, {"$schema": str, "version": {"2.1.0"}, "runs": ["run"]}),
    "run": (
        {"tool"},
        {
            "tool": "tool", "language": str, "columnKind": {"utf16CodeUnits", "unicodeCodePoints"}, "invocations": ["invocation"],
            "artifacts": ["artifact"], "results": ["result"],
        },
    ),
    "tool": ({"driver"}, {"driver": "driver"}),
    "driver": ({"name"}, {"name": str, "fullName": str, "version": str, "language": str, "rules": ["rule"]}),
    "rule": (
        {"id"},
        {
            "id": str, "shortDescription": "message", "fullDescription": "message", "help": "message",
            "defaultConfiguration": "configuration", "properties": dict,
        },
    ),
    "configuration": (set(), {"level": {"none", "note", "warning", "error"}}),
    "invocation": ({"executionSuccessful"}, {"executionSuccessful": bool, "toolExecutionNotifications": ["notification"]}),
    "notification": (
        {"message"},
        {"level": {"none", "note", "warning", "error"}, "message": "message", "locations": ["location"], "properties": dict},
    ),
    "artifact": (set(), {"location": "artifactLocation", "hashes": dict}),
    "artifactLocation": (set(), {"uri": str, "index": int}),
    "result": (
        {"message"},
        {
            "ruleId": str, "ruleIndex": int, "kind": {"fail", "informational"}, "level": {"none", "note", "warning", "error"},
            "message": "message", "locations": ["location"], "relatedLocations": ["location"], "partialFingerprints": dict,
            "suppressions": ["suppression"], "properties": dict,
        },
    ),
    "suppression": ({"kind"}, {"kind": {"inSource", "external"}, "status": {"accepted", "underReview", "rejected"}, "justification": str}),
    "location": (
        set(),
        {
            "id": int, "physicalLocation": "physicalLocation", "logicalLocations": ["logicalLocation"], "message": "message",
            "properties": dict,
        },
    ),
    "physicalLocation": ({"artifactLocation"}, {"artifactLocation": "artifactLocation", "region": "region"}),
    "region": (set(), {"startLine": int}),
    "logicalLocation": (set(), {"fullyQualifiedName": str}),
    "message": ({"text"}, {"text": str}),
}  # fmt: skip


def check(thing: Any, shape: Any = "log") -> None:
    """Fail with the place where something is not as SARIF has it."""
    match shape:
        case str():
            required, allowed = SHAPES[shape]
            assert isinstance(thing, dict), f"{shape} is no object"
            assert required <= set(thing) <= set(allowed), f"{shape} has {sorted(thing)}"
            for key, value in thing.items():
                check(value, allowed[key])
            _more(thing, shape)
        case [inner]:
            assert isinstance(thing, list)
            for item in thing:
                check(item, inner)
        case set():
            assert thing in shape
        case type():
            assert isinstance(thing, shape)


def _more(thing: dict[str, Any], shape: str) -> None:
    """What the standard says beside its schema."""
    if shape == "artifactLocation":
        parts = urlsplit(thing["uri"])
        assert thing["uri"].isascii()
        assert not (parts.scheme or parts.netloc or parts.query or parts.fragment or thing["uri"].startswith("/"))
        assert " " not in thing["uri"]
    if shape == "result" and thing.get("kind", "fail") != "fail":
        assert thing["level"] == "none"
    if shape == "region":
        assert thing["startLine"] >= 1
    if shape == "message":
        assert thing["text"].strip()
        assert "{" not in thing["text"].replace("{{", "")
