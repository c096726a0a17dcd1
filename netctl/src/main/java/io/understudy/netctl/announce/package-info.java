/** Telling the neighbours where the virtual address lives now. */
package io.understudy.netctl.announce;
