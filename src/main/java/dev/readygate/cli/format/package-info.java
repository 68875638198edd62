/** Pure: writes results in the formats of code hosts and build servers. */
package dev.readygate.cli.format;
