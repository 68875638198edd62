/** The command line: {@code kubectl readygate}. A client of the API like any other, with the user's own rights. */
package dev.readygate.cli;
