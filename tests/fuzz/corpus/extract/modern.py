class A(B):
    @d
    async def f(self, x: int = 1, *a) -> str:
        """doc"""
        for y in x:
            if y and not z:
                await g(f"{y!r:>{w}}")
        return [i for i in x]
