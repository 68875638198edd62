/** The commands: their options, what each does, and the sentence it prints. */
package dev.readygate.cli.command;
