/** Pure: each kind of check, its targets, and how the answers become one finding. */
package dev.readygate.checks;
