"""The body in numbers: lengths in statures, angles in degrees.

Lengths of the limbs: Drillis and Contini 1966, as in Winter, "Biomechanics and Motor Control of
Human Movement", figure 4.1. Masses: Winter, table 4.1. How the trunk is parted into lumbar,
thoracic and neck, and its sections, are ours, chosen so that hip .530, shoulder .818 and chin .870
come out as in the same figure. Ranges: a comfortable adult's, after the usual clinical tables,
tighter in the spine because these are movements for a back that cramps. The upper arm turns out 90
degrees (AAOS, "Joint Motion", 1965) and in up to 110 with the hand behind the back (Kapandji, "The
Physiology of the Joints", volume 1); the wrist goes 20 degrees to the thumb's side (AAOS) and 35 to
the other; how far a foot turns against its shin is of knee and ankle together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["l", "r"]
SIDES: tuple[Side, Side] = ("l", "r")
OTHER: dict[Side, Side] = {"l": "r", "r": "l"}
# Towards the figure's right is positive.
SIGN: dict[Side, float] = {"l": -1.0, "r": 1.0}

FOOT_HEIGHT = 0.039
# From the ankle, along the sole.
HEEL, BALL, TOE = 0.040, 0.082, 0.112
SHANK, THIGH = 0.246, 0.245
UPPER_ARM, FOREARM, HAND, PALM = 0.186, 0.146, 0.106, 0.052
HIP_HALF_WIDTH, SHOULDER_HALF_WIDTH = 0.050, 0.100
SHOULDER_FORWARD, SHOULDER_DOWN = 0.020, 0.030
# From the hip centre to the lowest lumbar joint: forward, up.
LUMBAR_FOOT = (-0.022, 0.045)
# From the top neck joint to the centre of the skull: forward, up.
SKULL = (0.014, 0.047)
SKULL_RADIUS = 0.056
CHEST_UPRIGHT = 12.0

# Flesh under a kneeling knee and under a palm.
KNEE_FLESH = 0.036
HAND_FLESH = 0.024


@dataclass(frozen=True)
class Joint:
    """One joint of the spine: the region it belongs to, its resting lean, the length above it."""

    region: Literal["lumbar", "thoracic", "neck"]
    rest: float
    length: float


SPINE = (
    *(Joint("lumbar", rest, 0.100 / 3) for rest in (12.0, -12.0, -8.0)),
    *(Joint("thoracic", rest, 0.155 / 4) for rest in (-2.0, 6.0, 10.0, 8.0)),
    *(Joint("neck", rest, 0.030) for rest in (4.0, -8.0)),
    Joint("neck", -10.0, 0.0),  # the head
)
JOINTS_IN = {region: sum(joint.region == region for joint in SPINE) for region in
             ("lumbar", "thoracic", "neck")}  # fmt: skip
# How a wish for the whole spine is shared out: lumbar, thoracic.
SPINE_SHARE = {"flex": (0.60, 0.40), "bend": (0.50, 0.50), "turn": (0.15, 0.85)}

LIMITS: dict[str, tuple[float, float]] = {
    "lumbar.flex": (-25, 55),
    "lumbar.bend": (-25, 25),
    "lumbar.turn": (-8, 8),
    "thoracic.flex": (-22, 40),
    "thoracic.bend": (-25, 25),
    "thoracic.turn": (-38, 38),
    "neck.flex": (-60, 55),
    "neck.bend": (-42, 42),
    "neck.turn": (-75, 75),
    "shoulder.raise": (0, 180),
    "shoulder.plane": (-55, 125),
    "elbow": (0, 148),
    "shoulder.rot": (-110, 90),
    "wrist.flex": (-92, 80),
    "wrist.out": (-20, 35),
    "hip.flex": (-20, 130),
    "hip.out": (-30, 50),
    "hip.rot": (-45, 55),
    "knee": (0, 158),
    "ankle": (-65, 35),
    "foot.rot": (-35, 35),
}

MASS = {
    "head": 0.081,
    "trunk": 0.497,
    "upper_arm": 0.028,
    "forearm": 0.016,
    "hand": 0.006,
    "thigh": 0.100,
    "shank": 0.0465,
    "foot": 0.0145,
}
# How far down the segment its centre of mass lies.
CENTRE = {"upper_arm": 0.436, "forearm": 0.430, "thigh": 0.433, "shank": 0.433, "foot": 0.500}


@dataclass(frozen=True)
class Section:
    """An ellipse across the trunk: measured from a spine joint or the hip centre."""

    origin: str
    along: float
    forward: float
    half_depth: float
    half_width: float


SECTIONS: tuple[Section, ...] = (
    Section("pelvis", -0.040, 0.004, 0.048, 0.050),
    Section("pelvis", -0.010, -0.006, 0.064, 0.086),
    Section("pelvis", 0.028, -0.006, 0.063, 0.089),
    Section("spine_0", 0.012, 0.020, 0.055, 0.082),
    Section("spine_1", 0.018, 0.027, 0.048, 0.072),
    Section("spine_2", 0.020, 0.031, 0.049, 0.070),
    Section("spine_3", 0.020, 0.036, 0.055, 0.077),
    Section("spine_4", 0.020, 0.040, 0.060, 0.084),
    Section("spine_5", 0.020, 0.036, 0.057, 0.084),
    Section("spine_6", 0.010, 0.026, 0.045, 0.072),
    Section("spine_6", 0.034, 0.014, 0.031, 0.038),
)
# Which sections the trousers, the shirt, the chest and the upper back take.
TROUSERS, SHIRT = slice(0, 4), slice(2, None)
SEAT, CHEST, UPPER_BACK = slice(0, 4), slice(6, 10), slice(8, None)
