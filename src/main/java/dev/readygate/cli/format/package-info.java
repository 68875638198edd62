/** Pure: what was found, in the formats that code hosts and build servers read. */
package dev.readygate.cli.format;
