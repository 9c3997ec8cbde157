# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is asking: a signed token from the staff directory."""

from typing import Annotated

import jwt
from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from gridwatch.config import settings

Credentials = Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]


async def operator(credentials: Credentials) -> str:
    """Name of the operator, or 401."""
    try:
        claims = jwt.decode(credentials.credentials, settings().jwt_secret, algorithms=["HS256"])
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, "not signed in") from error
    return claims["sub"]


Operator = Annotated[str, Depends(operator)]
