/** What is intercepted: {@code natives.tbl}, its parser, and the look-up for call sites. */
package io.understudy.weaver.table;
