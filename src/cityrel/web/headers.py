"""Headers of every answer: what a browser may do with it, and on what it depends."""

import secrets

from flask import Flask, Response, g

STYLES = "style-src 'self'"

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        STYLES,
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Pages need styles and pictures of ours; nothing runs, and nothing comes from elsewhere."""

SCRIPTED = "; script-src 'self'; connect-src 'self'"
"""What a page with a script of ours may do besides: run it from its file, and ask this site."""

ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def register(app: Flask) -> None:
    """Have the application send these headers."""
    app.jinja_env.globals.update(style_nonce=style_nonce)
    app.after_request(_add)


def allow_scripts() -> None:
    """Let the page that is being made run scripts of ours."""
    g.style_nonce = secrets.token_urlsafe(16)


def style_nonce() -> str | None:
    """Give the word, new for each page, that styles made by its script must carry; None without a script."""
    nonce: str | None = g.get("style_nonce")
    return nonce


def policy() -> str:
    """Give the Content-Security-Policy of the current answer."""
    nonce = style_nonce()
    if nonce is None:
        return CONTENT_SECURITY_POLICY
    return CONTENT_SECURITY_POLICY.replace(STYLES, f"{STYLES} 'nonce-{nonce}'") + SCRIPTED


def _add(response: Response) -> Response:
    for name, value in (ALWAYS | {"Content-Security-Policy": policy()}).items():
        response.headers.setdefault(name, value)
    response.vary.update(("Accept", "Accept-Language"))
    return response
