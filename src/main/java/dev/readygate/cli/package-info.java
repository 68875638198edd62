/** The command line {@code kubectl readygate}: a client of the API with the rights of its user. */
package dev.readygate.cli;
