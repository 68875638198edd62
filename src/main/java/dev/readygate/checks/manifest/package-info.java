/** Pure: the kind of check that holds the declared manifest to rules, its packs, and its form for admission. */
package dev.readygate.checks.manifest;
