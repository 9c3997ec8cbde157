import os, sys
print >>f, `x`
exec "a" in d
try:
	raise E, v, tb
except E, e:
        exec f(x)
def f((a, b), c=0777): return ur"x" <> y
