def f(:
    x = = 1
match a:
    case [1, *_] if b: pass
type X[T = int] = list[T]
foo(a,
return
"""
