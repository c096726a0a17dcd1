/** Datagrams that no server expects, for the runs that show that both nodes bear them alike. */
package io.understudy.e2e.badinput;
