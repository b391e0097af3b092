CREATE TYPE "Mixed Case" AS ENUM ('a');
