/** Speaks to the API server for the commands, with the rights of the user. */
package dev.readygate.cli.cluster;
