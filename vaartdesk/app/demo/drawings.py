"""Pictures for the photos of example tickets: drawn, small, and the same each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING, Final

# Pillow is imported where it is used: the command line starts without it.
if TYPE_CHECKING:
    from PIL.Image import Image as Photo
    from PIL.ImageDraw import ImageDraw

SIZE: Final = (800, 600)
QUALITY: Final = 72
_STONE: Final = (146, 92, 78)
_WALL: Final = (168, 152, 134)
Colour = tuple[int, int, int]
Scene = Callable[["ImageDraw", Random], None]


def draw(kind: str, number: int) -> bytes:
    """A JPEG of a scene (``klinkers``, ``container``, ``lantaarn``, ...); ``number`` varies it."""
    from PIL import Image, ImageDraw, ImageFilter

    rnd = Random(f"{kind}-{number}")
    image = Image.new("RGB", SIZE, _WALL)
    SCENES[kind](ImageDraw.Draw(image), rnd)
    image = _grained(image.filter(ImageFilter.BoxBlur(1)), rnd)
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _grained(picture: Photo, rnd: Random) -> Photo:
    """A little light in the middle, as a photo has, and a hand that does not hold quite level."""
    from PIL import Image, ImageChops

    shade = Image.radial_gradient("L").resize(SIZE).point(lambda v: 255 - v // 3)
    tint = Image.merge("RGB", (shade, shade, shade))
    held = ImageChops.multiply(picture, tint).rotate(rnd.uniform(-1.5, 1.5), Image.Resampling.BILINEAR)
    return held.crop((12, 12, SIZE[0] - 12, SIZE[1] - 12))


def _varied(colour: Colour, rnd: Random, by: int = 14) -> Colour:
    light = rnd.randrange(-by, by + 1)
    red, green, blue = (max(0, min(255, part + light + rnd.randrange(-4, 5))) for part in colour)
    return red, green, blue


def _pavement(canvas: ImageDraw, rnd: Random, top: int = 0) -> None:
    """Rows of clinkers that grow towards the one who looks."""
    y = top
    row = 0
    while y < SIZE[1]:
        height = 10 + (y - top) // 16
        width = height * 3
        for x in range(-width, SIZE[0] + width, width):
            left = x + (row % 2) * width // 2
            canvas.rectangle((left, y, left + width - 3, y + height - 3), fill=_varied(_STONE, rnd))
        y += height
        row += 1


def _clinkers(canvas: ImageDraw, rnd: Random) -> None:
    canvas.rectangle((0, 0, *SIZE), fill=(84, 70, 64))
    _pavement(canvas, rnd)
    x, y = rnd.randrange(220, 480), rnd.randrange(220, 360)
    canvas.ellipse((x, y, x + 190, y + 110), fill=(48, 40, 36))
    for _brick in range(6):
        left, top = x + rnd.randrange(-30, 150), y + rnd.randrange(-20, 90)
        tilt = rnd.randrange(-12, 13)
        canvas.polygon(
            [(left, top), (left + 60, top + tilt), (left + 56, top + 24 + tilt), (left - 4, top + 22)],
            fill=_varied(_STONE, rnd, 24),
            outline=(60, 46, 40),
        )


def _container(canvas: ImageDraw, rnd: Random) -> None:
    _wall(canvas, rnd)
    _pavement(canvas, rnd, 400)
    left = rnd.randrange(220, 380)
    canvas.rectangle((left, 170, left + 210, 470), fill=(46, 86, 74))
    canvas.polygon([(left - 12, 170), (left + 222, 170), (left + 200, 130), (left + 10, 130)], fill=(36, 66, 58))
    canvas.rectangle((left + 55, 215, left + 155, 265), fill=(18, 26, 24))
    for _bag in range(5):
        x, y = left + rnd.randrange(-150, 300), rnd.randrange(390, 460)
        canvas.ellipse((x, y, x + 110, y + 90), fill=_varied((38, 40, 44), rnd))
        canvas.polygon([(x + 45, y + 12), (x + 68, y + 12), (x + 56, y - 18)], fill=(58, 60, 64))


def _lantern(canvas: ImageDraw, rnd: Random) -> None:
    for y in range(SIZE[1]):
        part = y / SIZE[1]
        canvas.line((0, y, SIZE[0], y), fill=(int(28 + 60 * part), int(36 + 50 * part), int(60 + 40 * part)))
    for house in range(6):
        left = house * 140 + rnd.randrange(-20, 20)
        canvas.rectangle((left, rnd.randrange(180, 300), left + 126, 520), fill=_varied((30, 32, 40), rnd, 6))
        for window in range(2):
            lit = (210, 176, 96) if rnd.random() < 0.4 else (44, 48, 60)
            canvas.rectangle((left + 22 + window * 50, 340, left + 50 + window * 50, 385), fill=lit)
    x = rnd.randrange(280, 520)
    canvas.rectangle((x, 110, x + 12, 560), fill=(16, 18, 22))
    canvas.polygon([(x - 24, 110), (x + 36, 110), (x + 22, 66), (x - 10, 66)], fill=(64, 68, 76))
    canvas.rectangle((0, 545, *SIZE), fill=(26, 28, 34))


def _wall(canvas: ImageDraw, rnd: Random) -> None:
    for row, y in enumerate(range(0, SIZE[1], 22)):
        for x in range(-60, SIZE[0] + 60, 60):
            left = x + (row % 2) * 30
            canvas.rectangle((left, y, left + 57, y + 19), fill=_varied(_WALL, rnd, 9))


def _graffiti(canvas: ImageDraw, rnd: Random) -> None:
    _wall(canvas, rnd)
    canvas.rectangle((140, 90, 660, 560), fill=(112, 118, 124))
    for y in range(90, 560, 16):
        canvas.line((140, y, 660, y), fill=(92, 98, 104), width=2)
    for colour in ((196, 52, 74), (42, 96, 168), (232, 190, 60)):
        points = [(rnd.randrange(190, 620), rnd.randrange(190, 480)) for _point in range(7)]
        canvas.line(points, fill=colour, width=rnd.randrange(12, 24), joint="curve")
        x, y = rnd.choice(points)
        canvas.ellipse((x - 44, y - 44, x + 44, y + 44), outline=colour, width=14)


def _bicycles(canvas: ImageDraw, rnd: Random) -> None:
    _wall(canvas, rnd)
    canvas.rectangle((560, 120, 700, 430), fill=(64, 78, 84))
    _pavement(canvas, rnd, 420)
    for place in range(5):
        x, y = 40 + place * 120 + rnd.randrange(-15, 15), rnd.randrange(330, 370)
        frame = rnd.choice(((22, 24, 28), (120, 30, 36), (30, 60, 110), (60, 74, 66)))
        for wheel in (0, 120):
            canvas.ellipse((x + wheel, y + 60, x + wheel + 96, y + 156), outline=(18, 18, 20), width=6)
        canvas.line([(x + 48, y + 108), (x + 84, y + 30), (x + 150, y + 34), (x + 168, y + 108)], fill=frame, width=8)
        canvas.line([(x + 84, y + 30), (x + 108, y + 108), (x + 150, y + 34)], fill=frame, width=7)


def _bench(canvas: ImageDraw, rnd: Random) -> None:
    canvas.rectangle((0, 0, SIZE[0], 300), fill=(116, 142, 104))
    for _leaf in range(400):
        x, y = rnd.randrange(SIZE[0]), rnd.randrange(300)
        canvas.ellipse((x, y, x + 30, y + 24), fill=_varied((96, 124, 84), rnd, 26))
    _pavement(canvas, rnd, 300)
    for leg in (190, 580):
        canvas.rectangle((leg, 300, leg + 26, 500), fill=(40, 42, 46))
    for place, y in enumerate((210, 250, 340, 372, 404)):
        broken = place == rnd.choice((2, 3))
        right = rnd.randrange(340, 480) if broken else 640
        low = y + 30 * broken
        canvas.polygon([(160, y), (right, low), (right, low + 24), (160, y + 24)], fill=(134, 96, 60))


def _window(canvas: ImageDraw, rnd: Random) -> None:
    _wall(canvas, rnd)
    canvas.rectangle((110, 70, 690, 470), fill=(40, 44, 50))
    canvas.rectangle((130, 90, 670, 450), fill=(150, 172, 184))
    x, y = rnd.randrange(300, 500), rnd.randrange(190, 330)
    hole = [(x + rnd.randrange(-120, 121), y + rnd.randrange(-90, 91)) for _point in range(9)]
    canvas.polygon(hole, fill=(34, 36, 40))
    for _crack in range(14):
        canvas.line((x, y, rnd.randrange(130, 670), rnd.randrange(90, 450)), fill=(226, 234, 238), width=2)
    _pavement(canvas, rnd, 470)
    for _shard in range(40):
        left, top = rnd.randrange(100, 700), rnd.randrange(480, 590)
        canvas.polygon([(left, top), (left + 16, top + 4), (left + 6, top + 14)], fill=(206, 220, 226))


def _flag(canvas: ImageDraw, rnd: Random) -> None:
    canvas.rectangle((0, 0, *SIZE), fill=(164, 186, 206))
    canvas.rectangle((0, 0, 230, SIZE[1]), fill=(150, 128, 110))
    lean = rnd.randrange(60, 150)
    canvas.line((210, 470, 420 + lean, 110), fill=(232, 232, 228), width=14)
    x, y = 420 + lean, 110
    for stripe, colour in enumerate(((18, 104, 106), (242, 242, 238), (18, 104, 106))):
        top = y + stripe * 44
        canvas.polygon([(x, top), (x + 180, top + 34), (x + 164, top + 78), (x - 24, top + 44)], fill=colour)


SCENES: Final[Mapping[str, Scene]] = {
    "klinkers": _clinkers,
    "container": _container,
    "lantaarn": _lantern,
    "graffiti": _graffiti,
    "fietsen": _bicycles,
    "bank": _bench,
    "ruit": _window,
    "vlag": _flag,
}
