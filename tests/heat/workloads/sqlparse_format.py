# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL parsed, split and formatted."""
import sqlparse

ANALYZE = "sqlparse"
PACKAGES = ["python3-sqlparse"]

TEXT = '''SELECT a.id, b.name AS n, COUNT(*) total, CASE WHEN a.x > 3 THEN 'big' ELSE 'small' END -- comment
FROM first a LEFT JOIN second b ON a.id = b.id AND b.kind IN (1, 2, 3)
WHERE a.day BETWEEN '2020-01-01' AND '2020-02-01' OR (a.flag = 1 AND NOT b.name LIKE 'x%')
GROUP BY a.id, b.name HAVING COUNT(*) > 1 ORDER BY total DESC LIMIT 10;
INSERT INTO third (id, name) VALUES (1, 'one'), (2, 'two'); /* more */ UPDATE third SET name = UPPER(name) WHERE id = 3;
'''


def work():
    for statement in sqlparse.split(TEXT * 10):
        sqlparse.format(statement, reindent=True, keyword_case="upper", strip_comments=True)
    sqlparse.format(TEXT * 4, reindent_aligned=True, identifier_case="lower", use_space_around_operators=True)
    for statement in sqlparse.parse(TEXT * 5):
        (statement.get_type(), list(statement.flatten()))
