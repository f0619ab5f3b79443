"""Drawn landscapes: pictures for a made-up site, each from a word alone, so that it is the same every time."""

import io
import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Canvas = ImageDraw.ImageDraw

SKIES: dict[str, tuple[Colour, Colour]] = {
    "at dawn": ((92, 116, 158), (248, 206, 170)),
    "at noon": ((88, 148, 200), (214, 232, 240)),
    "at dusk": ((44, 48, 92), (236, 134, 98)),
    "under clouds": ((98, 108, 120), (196, 202, 204)),
    "at night": ((12, 18, 44), (58, 74, 116)),
}
"""Light -> the sky above and at the horizon."""


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))  # type: ignore[return-value]


def drawing(word: str, kind: str, size: tuple[int, int] = (1600, 1000)) -> tuple[bytes, str]:
    """(a JPEG, what it shows). `kind` is "sea", "town" or "hills"."""
    chance = Random(word)
    light = chance.choice(list(SKIES))
    high, low = SKIES[light]
    width, height = size
    horizon = round(height * chance.uniform(0.5, 0.62))
    strip = Image.new("RGB", (1, height))
    strip.putdata([mixed(high, low, min(1.0, y / horizon)) for y in range(height)])
    image = strip.resize(size)
    draw = ImageDraw.Draw(image)
    at, radius = (width * chance.uniform(0.15, 0.85), horizon * chance.uniform(0.35, 0.8)), height * 0.055
    draw.ellipse(
        (at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=mixed(low, (255, 250, 230), 0.75)
    )
    image = image.filter(ImageFilter.GaussianBlur(2))
    SCENES[kind](ImageDraw.Draw(image), chance, size, horizon, (high, low))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue(), f"A drawing: {WORDS[kind]} {light}"


def ridge(draw: Canvas, chance: Random, size: tuple[int, int], base: float, tall: float, colour: Colour) -> None:
    """A line of hills across the picture, filled to its foot."""
    width, height = size
    waves = [(chance.uniform(0.6, 1.6) * step, chance.uniform(0, math.tau), 1 / step) for step in (1, 2, 4, 9)]
    tops = [
        (x, base - tall * (0.5 + 0.3 * sum(math.sin(x / width * math.tau * f + p) * a for f, p, a in waves)))
        for x in range(0, width + 8, 8)
    ]
    draw.polygon([(0, height), *tops, (width, height)], fill=colour)


def hills(draw: Canvas, chance: Random, size: tuple[int, int], horizon: int, sky: tuple[Colour, Colour]) -> None:
    ground: Colour = chance.choice([(38, 66, 52), (70, 62, 44), (52, 48, 70)])
    for step in range(4):
        base, tall = horizon + size[1] * 0.13 * step, size[1] * (0.2 - 0.025 * step)
        ridge(draw, chance, size, base, tall, mixed(sky[1], ground, 0.35 + 0.21 * step))


def sea(draw: Canvas, chance: Random, size: tuple[int, int], horizon: int, sky: tuple[Colour, Colour]) -> None:
    width, height = size
    ridge(draw, chance, size, horizon + height * 0.02, height * 0.09, mixed(sky[1], (40, 56, 70), 0.5))
    water = mixed(sky[0], (22, 58, 74), 0.55)
    draw.rectangle((0, horizon, width, height), fill=water)
    for _ in range(140):
        y = horizon + (height - horizon) * chance.random() ** 1.6
        x, long = chance.uniform(0, width), 20 + 200 * (y - horizon) / height
        draw.line(
            (x, y, x + long, y), fill=mixed(water, sky[1], chance.uniform(0.15, 0.5)), width=2 + int(y > height * 0.8)
        )
    x, y, s = width * chance.uniform(0.25, 0.65), horizon + height * 0.09, height * chance.uniform(0.16, 0.24)
    hull: Colour = chance.choice([(150, 44, 40), (30, 44, 66), (24, 92, 88)])
    draw.polygon([(x - s, y), (x + 1.15 * s, y), (x + 0.95 * s, y + 0.28 * s), (x - 0.85 * s, y + 0.28 * s)], fill=hull)
    draw.rectangle((x - 0.7 * s, y - 0.22 * s, x + 0.6 * s, y), fill=(238, 234, 224))
    draw.rectangle((x - 0.45 * s, y - 0.42 * s, x + 0.2 * s, y - 0.22 * s), fill=(222, 216, 204))
    draw.rectangle((x - 0.1 * s, y - 0.68 * s, x + 0.08 * s, y - 0.42 * s), fill=hull)
    for window in range(8):
        left = x - 0.64 * s + window * 0.155 * s
        draw.rectangle((left, y - 0.15 * s, left + 0.08 * s, y - 0.08 * s), fill=mixed(hull, (40, 60, 80), 0.6))


def town(draw: Canvas, chance: Random, size: tuple[int, int], horizon: int, sky: tuple[Colour, Colour]) -> None:
    width, height = size
    stone: Colour = chance.choice([(66, 58, 66), (44, 54, 70), (84, 62, 52)])
    lit = sum(sky[0]) < 240
    for row in range(3):
        colour, x = mixed(sky[1], stone, 0.4 + 0.3 * row), -chance.uniform(0, 60)
        foot = horizon + height * (0.08 + 0.16 * row)
        while x < width:
            wide, tall = chance.uniform(0.05, 0.11) * width, chance.uniform(0.12, 0.34) * height
            top = foot - tall
            draw.rectangle((x, top, x + wide, height), fill=colour)
            if chance.random() < 0.45:
                draw.polygon([(x, top), (x + wide / 2, top - wide * 0.45), (x + wide, top)], fill=colour)
            pane = mixed(colour, (255, 224, 150), 0.8) if lit else mixed(colour, sky[1], 0.35)
            for column in range(int(wide // 34)):
                for floor in range(int(tall // 46)):
                    if row and chance.random() < (0.45 if lit else 0.85):
                        left, up = x + 12 + column * 34, top + 16 + floor * 46
                        draw.rectangle((left, up, left + 14, up + 22), fill=pane)
            x += wide + chance.uniform(0, 14)
    draw.rectangle((0, round(height * 0.93), width, height), fill=mixed(stone, (20, 20, 26), 0.5))


SCENES: dict[str, Callable[..., None]] = {"hills": hills, "sea": sea, "town": town}
WORDS = {"hills": "hills", "sea": "a ship off the coast", "town": "the roofs of a town"}
