"""What a worker process takes from itself, before it reads a query: the net, memory, the power to outlive us.

Each of these is a second fence behind `guard` and the pool's own limits. Where a system does not offer one,
the worker goes without it.
"""

import contextlib
import ctypes
import errno
import platform
import signal
import struct
import sys
from dataclasses import dataclass

PR_SET_PDEATHSIG = 1
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
SECCOMP_RET_ALLOW = 0x7FFF0000
SECCOMP_RET_ERRNO = 0x00050000
LOAD_WORD = 0x20
JUMP_IF_EQUAL = 0x15
RETURN = 0x06
NUMBER_OFFSET, ARCHITECTURE_OFFSET = 0, 4
"""Where `struct seccomp_data` holds the number of the system call, and the machine's architecture."""


@dataclass(frozen=True, slots=True)
class Machine:
    """An architecture as the kernel names it, and the numbers there of the calls that lead to the net."""

    audit: int
    calls: tuple[int, ...]


MACHINES = {
    "x86_64": Machine(0xC000003E, (41, 425, 0x40000000 + 41, 0x40000000 + 425)),
    "aarch64": Machine(0xC00000B7, (198, 425)),
}
"""`socket` and `io_uring_setup` (linux/audit.h, asm/unistd.h); on x86_64 also by the numbers of x32."""


def limit_memory(size: int) -> None:
    """Allow `size` bytes of address space, and no core dump. Only POSIX has it, and macOS refuses it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def end_with_parent() -> None:
    """Have Linux kill this process when its parent ends, even while it is stopped."""
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def leave_network() -> bool:
    """Open no socket from now on, in this process and what it starts; say whether the system holds us to it.

    On Linux a filter of system calls (seccomp, `man 2 seccomp`) answers `socket` and `io_uring_setup`
    with EACCES. It needs no privilege and cannot be taken off again.
    """
    machine = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if machine is None or _foreign_words():
        return False
    program = ctypes.create_string_buffer(_program(machine))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(program))
    filtering = ctypes.create_string_buffer(header, len(header))
    return _prctl(PR_SET_NO_NEW_PRIVS, 1) and _prctl(
        PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(filtering)
    )


def _program(machine: Machine) -> bytes:
    """Write the filter: refuse another architecture's calls and the listed ones, allow the rest."""
    refused = len(machine.calls)
    checks = (
        _instruction(JUMP_IF_EQUAL, call, if_so=refused - place) for place, call in enumerate(machine.calls)
    )
    return b"".join(
        (
            _instruction(LOAD_WORD, ARCHITECTURE_OFFSET),
            _instruction(JUMP_IF_EQUAL, machine.audit, if_not=refused + 2),
            _instruction(LOAD_WORD, NUMBER_OFFSET),
            *checks,
            _instruction(RETURN, SECCOMP_RET_ALLOW),
            _instruction(RETURN, SECCOMP_RET_ERRNO | errno.EACCES),
        )
    )


def _instruction(code: int, value: int, *, if_so: int = 0, if_not: int = 0) -> bytes:
    """Write a `struct sock_filter`; jumps count the instructions to leave out."""
    return struct.pack("HBBI", code, if_so, if_not, value)


def _foreign_words() -> bool:
    """Say whether this Python is of another width than the machine, which then counts calls otherwise."""
    return struct.calcsize("P") * 8 != 64  # noqa: PLR2004


def _prctl(option: int, *values: int) -> bool:
    """Call `prctl` of Linux; say whether it was done."""
    try:
        call = ctypes.CDLL(None).prctl
    except (OSError, AttributeError):
        return False
    padded = (*values, *(0,) * (4 - len(values)))
    return bool(call(option, *map(ctypes.c_ulong, padded)) == 0)
