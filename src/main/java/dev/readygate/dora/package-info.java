/** Pure: turns counts by day into the five delivery numbers and their levels. */
package dev.readygate.dora;
