#!/usr/bin/env python3
"""Applies directories that trueup wrote with the tools they were written for, and imports what trueup only reads.

For every format: 20 migrations are generated, one per step of the example schemas, and some written by hand are
imported. The real tool runs them up, down and up again on a PostgreSQL of its own; after each, `trueup check` compares
the database with what it should be. Called by scripts/interop, which installs the tools.
"""
import argparse
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Failed(Exception):
    pass


def run(command, cwd=None, env=None, ok=(0,)):
    done = subprocess.run([str(c) for c in command], cwd=cwd, env={**os.environ, **(env or {})},
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=300)
    if done.returncode not in ok:
        raise Failed(f"{' '.join(str(c) for c in command)}: exit {done.returncode}\n{done.stdout[-3000:]}")
    return done.stdout


class Server:
    """A PostgreSQL on a port of its own, gone afterwards. Root's runs as the user `nobody`."""

    def __init__(self, bin_dir, work):
        self.bin, self.data = pathlib.Path(bin_dir), work / "data"
        self.data.mkdir()
        self.user = {}
        if os.getuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.data, nobody.pw_uid, nobody.pw_gid)
            self.user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        subprocess.run([self.bin / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                        "--no-locale", "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd="/", **self.user)
        self.process = subprocess.Popen(
            [self.bin / "postgres", "-D", self.data, "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
             "-c", "unix_socket_directories=", "-c", "fsync=off"],
            stdout=subprocess.DEVNULL, stderr=open(work / "server.log", "w"), cwd="/", **self.user)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.1)

    def url(self, database):
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}?sslmode=disable"

    def psql(self, database, *arguments):
        return run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.url(database), *arguments])

    def fresh(self, database):
        for attempt in range(50):
            try:
                self.psql("postgres", "-c", f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)',
                          "-c", f'CREATE DATABASE "{database}"')
                return self.url(database)
            except Failed:
                if attempt == 49:
                    raise
                time.sleep(0.2)

    def stop(self):
        self.process.send_signal(2)
        self.process.wait()


class Tool:
    """A migration tool: how it runs a directory up and down. `at` is the folder of what was installed."""

    def __init__(self, at, server):
        self.at, self.server = at, server

    def missing(self):
        """Why the tool cannot be run; empty when it can."""
        return "" if self.program().exists() else f"{self.program().name} could not be installed"


    def installed(self):
        """The version that `go install` built in."""
        out = run(["go", "version", "-m", self.program()])
        return next((line.split()[2] for line in out.splitlines() if line.strip().startswith("mod")), "")


class GolangMigrate(Tool):
    name = "golang-migrate"

    def program(self):
        return self.at / "bin/migrate"

    def version(self):
        return self.installed()

    def up(self, folder, database):
        run([self.program(), "-path", folder, "-database", self.server.url(database), "up"])

    def down(self, folder, database):
        run([self.program(), "-path", folder, "-database", self.server.url(database), "down", "-all"])


class Goose(Tool):
    name = "goose"

    def program(self):
        return self.at / "bin/goose"

    def version(self):
        return self.installed()

    def up(self, folder, database):
        run([self.program(), "-dir", folder, "postgres", self.server.url(database), "up"])

    def down(self, folder, database):
        run([self.program(), "-dir", folder, "postgres", self.server.url(database), "down-to", "0"])


class Dbmate(Tool):
    name = "dbmate"

    def program(self):
        return self.at / "npm/node_modules/@dbmate/linux-x64/bin/dbmate"

    def version(self):
        return run([self.program(), "--version"]).split()[-1]

    def call(self, folder, database, command):
        run([self.program(), "--url", self.server.url(database), "--migrations-dir", folder, "--no-dump-schema",
             command])

    def up(self, folder, database):
        self.call(folder, database, "migrate")

    def down(self, folder, database):
        for _ in folder.glob("*.sql"):
            self.call(folder, database, "rollback")


class Alembic(Tool):
    name = "alembic"

    def program(self):
        return self.at / "venv/bin/alembic"

    def version(self):
        return run([self.program(), "--version"]).split()[-1]

    def call(self, folder, database, *command):
        home = folder.parent / "alembic"
        if not home.exists():
            run([self.program(), "-c", folder.parent / "alembic.ini", "init", home])
            shutil.rmtree(home / "versions")
        ini = (folder.parent / "alembic.ini").read_text()
        lines = [line for line in ini.splitlines() if not line.startswith(("sqlalchemy.url", "version_locations",
                                                                           "path_separator"))]
        url = self.server.url(database).replace("postgres://", "postgresql+psycopg2://")
        at = next(i for i, line in enumerate(lines) if line.startswith("[alembic]"))
        lines[at + 1:at + 1] = [f"sqlalchemy.url = {url}", f"version_locations = {folder / 'versions'}",
                                "path_separator = os"]
        (folder.parent / "run.ini").write_text("\n".join(lines))
        run([self.program(), "-c", folder.parent / "run.ini", *command])

    def up(self, folder, database):
        self.call(folder, database, "upgrade", "head")

    def down(self, folder, database):
        self.call(folder, database, "downgrade", "base")


class Java(Tool):
    def program(self):
        return self.at / "java/lib"

    def missing(self):
        return "" if list(self.program().glob(f"{self.name}-core*.jar")) else f"{self.name} could not be installed"

    def version(self):
        return next(self.program().glob(f"{self.name}-core*.jar")).stem.rsplit("-", 1)[-1]

    def up(self, folder, database):
        run(["java", "-cp", f"{self.program()}/*", HERE / "java/Interop.java", self.name,
             f"jdbc:postgresql://127.0.0.1:{self.server.port}/{database}", folder])


class Flyway(Java):
    name = "flyway"

    def down(self, folder, database):
        """Undo belongs to Flyway's paid editions: psql runs the undo scripts as they would."""
        def version(path):
            return int(path.name[1:path.name.index("__")])
        for script in sorted(folder.glob("U*__*.sql"), key=version, reverse=True):
            conf = pathlib.Path(str(script) + ".conf")
            alone = conf.exists() and "executeInTransaction=false" in conf.read_text()
            self.server.psql(database, *([] if alone else ["--single-transaction"]), "-f", script)
        self.server.psql(database, "-c", "DROP TABLE flyway_schema_history")


class Liquibase(Java):
    name = "liquibase"


class Sqitch(Tool):
    name = "sqitch"

    def program(self):
        return pathlib.Path(shutil.which("sqitch") or "/usr/bin/sqitch")

    def version(self):
        return run([self.program(), "--version"]).split()[-1]

    def up(self, folder, database):
        run([self.program(), "deploy", f"db:pg://postgres@127.0.0.1:{self.server.port}/{database}"], cwd=folder,
            env={"SQITCH_FULLNAME": "Somebody", "SQITCH_EMAIL": "somebody@example.org"})


class Bench:
    """Counts, and keeps the lines of the table."""

    def __init__(self, trueup, server, work):
        self.trueup, self.server, self.work = trueup, server, work
        self.passed = self.failed = 0
        self.rows = []
        self.nothing = work / "nothing.sql"
        self.nothing.write_text("-- an empty database\n")

    def attempt(self, what, action):
        try:
            action()
        except (Failed, subprocess.TimeoutExpired) as failure:
            self.failed += 1
            print(f"FAILED {what}\n  " + str(failure).replace("\n", "\n  "), flush=True)
            return "FAILED"
        self.passed += 1
        return "equal"

    def check(self, database, desired, home):
        run([self.trueup, "check", "--from", self.server.url(database), "--to", desired], cwd=home)

    def adopt(self, home, database):
        """Takes over the tool's own history; nothing is then left to be run."""
        url = self.server.url(database)
        run([self.trueup, "migrate", "adopt", "--from", url], cwd=home)
        status = run([self.trueup, "migrate", "status", "--from", url], cwd=home)
        if not status.splitlines()[-1].startswith("0 of "):
            raise Failed(f"trueup migrate status after adopting:\n{status}")

    def home(self, tool, name):
        home = self.work / f"{tool.name}-{name}"
        home.mkdir()
        (home / "trueup.toml").write_text(
            f'schema = "desired"\nmigrations = "migrations"\nmigrations_format = "{tool.name}"\nseeds = ""\n'
            "[manage]\nowners = false\n")  # replayed, everything is the embedded server's login's
        return home

    def generate(self, tool, schema):
        """A directory with one migration for the example schema and one per step."""
        home = self.home(tool, schema)
        shutil.copytree(ROOT / "schema" / schema / "desired", home / "desired",
                        ignore=shutil.ignore_patterns("roles.sql"))  # roles belong to the server, and stay
        def write(description):
            run([self.trueup, "generate", "-m", description, "--allow", "all", "--no-proof"], cwd=home)
        write(f"{schema} begins")
        steps = sorted((HERE / "steps" / schema).glob("*.sql"))
        for step in steps:
            text = step.read_text()
            (home / "desired" / text.splitlines()[0].split()[-1]).write_text(text)
            write(step.stem[3:].replace("_", " "))
        return home, len(steps) + 1, home / "desired"

    def imported(self, tool, source, desired=None):
        home = self.home(tool, source.name)
        run([self.trueup, "migrate", "import", source], cwd=home)
        return home, len(list(source.glob("*.sql"))), desired or f"migrations:{source}"

    def written(self, tool, name, make):
        """One line of the table: a directory, by the real tool up, down and up again."""
        made = {}
        database = f"{tool.name}_{name}"
        cells = [self.attempt(f"{tool.name} {name}: writing it", lambda: made.update(zip(("home", "count", "to"), make())))]
        if made:
            folder = made["home"] / "migrations"
            self.server.fresh(database)
            def up():
                tool.up(folder, database)
                self.check(database, made["to"], made["home"])
            def down():
                tool.down(folder, database)
                self.check(database, self.nothing, made["home"])
            cells = [str(made["count"])] + [self.attempt(f"{tool.name} {name}: {what}", action)
                                            for what, action in (("up", up), ("down", down), ("up again", up))]
            cells.append(self.attempt(f"{tool.name} {name}: adopt", lambda: self.adopt(made["home"], database)))
        self.rows.append([tool.name, tool.version(), name, *cells])

    def read(self, tool, source):
        """One line of the table: what the real tool makes of a project of its own, and what trueup imports from it."""
        database = tool.name
        home = self.home(tool, "import")
        (home / "trueup.toml").write_text('migrations = "migrations"\n[manage]\nowners = false\n')
        def both():
            self.server.fresh(database)
            tool.up(source, database)
            run([self.trueup, "migrate", "import", source, "--format", tool.name], cwd=home)
            self.check(database, "migrations:migrations", home)
            self.adopt(home, database)
        cell = self.attempt(f"{tool.name}: import", both)
        migrations = list((home / "migrations").glob("*.sql")) if (home / "migrations").exists() else []
        self.rows.append([tool.name, tool.version(), "import", str(len(migrations)), cell, "", "", cell])


def table(rows):
    head = ["format", "tool", "directory", "migrations", "up", "down", "up again", "adopted"]
    rows = [head] + [row + [""] * (len(head) - len(row)) for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", type=pathlib.Path, required=True)
    parser.add_argument("--trueup", type=pathlib.Path, required=True)
    parser.add_argument("--server", required=True, help="directory of PostgreSQL's programs")
    parser.add_argument("--keep", action="store_true", help="leave the working folder")
    parser.add_argument("only", nargs="*", help="formats; default: all")
    arguments = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="trueup-interop-"))
    work.chmod(0o755)
    server = Server(arguments.server, work)
    bench = Bench(arguments.trueup.resolve(), server, work)
    try:
        for kind in (Flyway, GolangMigrate, Goose, Dbmate, Alembic, Sqitch, Liquibase):
            tool = kind(arguments.tools, server)
            if arguments.only and tool.name not in arguments.only:
                continue
            if why := tool.missing():
                bench.rows.append([tool.name, "", f"not run: {why}"])
            elif kind in (Sqitch, Liquibase):
                bench.read(tool, HERE / tool.name)
            else:
                for schema in ("carthub", "bartender"):
                    bench.written(tool, schema, lambda: bench.generate(tool, schema))
                bench.written(tool, "by_hand", lambda: bench.imported(tool, HERE / "by_hand"))
    finally:
        server.stop()
        if arguments.keep:
            print(f"kept: {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    print()
    table(bench.rows)
    print(f"{bench.passed} passed, {bench.failed} failed")
    return 1 if bench.failed or not bench.passed else 0


if __name__ == "__main__":
    sys.exit(main())
