"""Headers of every answer: what a browser may do with it, and on what it depends."""

import secrets

from flask import Flask, Response, current_app, g, request

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

FEATURES = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking"),
)
"""What a browser could offer to a page, and none of ours needs."""

ALWAYS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}
"""As the OWASP Secure Headers Project lists them. Caches ask each time, so that a new snapshot is seen."""

SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Location, ETag, Link, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def shared(response: Response) -> Response:
    """Let scripts of every site read an answer (CORS): data are for all, and no answer is one visitor's own.

    To be called after each request of a blueprint; errors and the OPTIONS of a preflight come by here, too.
    """
    response.headers.update(SHARED)
    if request.method == "OPTIONS":
        response.headers.update(PREFLIGHT)
        response.headers["Access-Control-Allow-Methods"] = ", ".join(sorted(response.allow))
    return response


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
    if current_app.config["HSTS"]:
        response.headers["Strict-Transport-Security"] = f"max-age={current_app.config['HSTS']}"
    response.vary.update(("Accept", "Accept-Language"))
    return response
