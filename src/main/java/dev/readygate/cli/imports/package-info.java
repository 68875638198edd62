/** Pure: what the files of test runners, scanners and load generators say, as the data of evidence. */
package dev.readygate.cli.imports;
