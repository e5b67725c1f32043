"""What sentences claim beyond single figures, as facts: shares, sums of parts, changes of laws, formulas, years compared."""

from __future__ import annotations

from dataclasses import dataclass

from rules.location import Location
from rules.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage beside the two figures of which it is made: `1.043 orang dari 1.222 orang atau 85,35 %`.

    `rest` says that it is what the part leaves of the whole; `about` that the sentence only says it roughly (`sekitar`);
    `of_target` that the whole is a target, so that the percentage may be a capaian of an indicator that should fall.
    """

    percent: Quantity
    part: Quantity
    whole: Quantity
    location: Location
    rest: bool = False
    about: bool = False
    of_target: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """All claims of these kinds that the prose of a report makes, each kind in reading order."""

    shares: tuple[Share, ...] = ()
