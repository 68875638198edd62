/** Pure: reports and decisions as lines of text. */
package dev.readygate.cli.text;
