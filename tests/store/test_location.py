"""A network folder and a synchronised folder are recognised; an ordinary one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from vaartdesk.store.location import Unsafe, unsafe_place

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/team /mnt/team nfs4 rw 0 0
//nas/deel /mnt/met\\040spatie cifs rw 0 0
host: /mnt/team/lokaal fuse.sshfs rw 0 0
tmpfs /mnt/team/tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/hm/VaartDesk", None),
        ("/mnt/team/VaartDesk", Unsafe("netwerk", "nfs4")),
        ("/mnt/met spatie/VaartDesk", Unsafe("netwerk", "cifs")),
        ("/mnt/team/lokaal/x", Unsafe("netwerk", "fuse.sshfs")),
        ("/mnt/team/tmp/x", None),
        ("/mnt/teamwerk", None),
        ("/home/hm/OneDrive - Vaart in Assen/VaartDesk", Unsafe("wolk", "OneDrive")),
        ("/home/hm/Dropbox/VaartDesk", Unsafe("wolk", "Dropbox")),
        ("/home/hm/Nextcloud/VaartDesk", Unsafe("wolk", "Nextcloud")),
        ("/home/hm/Dropboxen/VaartDesk", None),
    ],
)
@pytest.mark.accept("S4")
def test_unsafe_places_are_named(folder: str, expected: Unsafe | None) -> None:
    assert unsafe_place(Path(folder), mounts=MOUNTS, environment={}) == expected


def test_the_folder_that_onedrive_names_is_recognised() -> None:
    found = unsafe_place(Path("/data/wolk/VaartDesk"), mounts=MOUNTS, environment={"OneDrive": "/data/wolk"})
    assert found == Unsafe("wolk", "OneDrive")
