/** Pure: turns reports and decisions into lines of text. */
package dev.readygate.cli.text;
