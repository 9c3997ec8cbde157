# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, mapped classes, queries in SQLite."""
import sqlalchemy as sa
from sqlalchemy import orm

ANALYZE = "sqlalchemy"
PACKAGES = ["python3-sqlalchemy", "python3-greenlet"]

Base = orm.declarative_base()


class Author(Base):
    __tablename__ = "authors"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(30), nullable=False)
    books = orm.relationship("Book", back_populates="author", cascade="all, delete-orphan")


class Book(Base):
    __tablename__ = "books"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.String(30))
    price = sa.Column(sa.Float)
    author_id = sa.Column(sa.ForeignKey("authors.id"))
    author = orm.relationship("Author", back_populates="books")


def work():
    engine = sa.create_engine("sqlite://", future=True)
    Base.metadata.create_all(engine)
    with orm.Session(engine, future=True) as session:
        session.add_all(Author(name="a%d" % i, books=[Book(title="t%d" % j, price=j * 1.5) for j in range(6)]) for i in range(60))
        session.commit()
        for i in range(25):
            query = sa.select(Book).join(Author).where(Book.price > i % 5, Author.name.like("a%")).order_by(Book.title.desc()).limit(30)
            session.execute(query.options(orm.joinedload(Book.author))).scalars().all()
            session.execute(sa.select(Author.name, sa.func.count(Book.id)).join(Author.books).group_by(Author.name).having(sa.func.count(Book.id) > 2)).all()
            author = session.get(Author, i + 1)
            author.name += "!"
            author.books.pop()
            session.commit()
        session.delete(session.get(Author, 1))
        session.commit()
        str(sa.select(Book).where(sa.or_(Book.title.in_(["a", "b"]), sa.and_(Book.price.between(1, 2), ~Book.title.is_(None)))))
