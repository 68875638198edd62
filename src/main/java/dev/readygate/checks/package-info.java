/** Pure: what each kind of check asks, of whom, and how the answers become one finding. */
package dev.readygate.checks;
