CREATE TYPE "Mixed Case" AS ENUM ('a', 'with ''quote''', 'with \backslash', 'größer', 'with "double"');
