/** Pure: the kind of check that allows releases only at certain hours. */
package dev.readygate.checks.window;
