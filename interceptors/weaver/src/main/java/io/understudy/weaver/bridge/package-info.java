/** Generation of the native bridges, and of the nest mates that reach private natives. */
package io.understudy.weaver.bridge;
