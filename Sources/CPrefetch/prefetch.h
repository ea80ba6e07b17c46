#ifndef CPREFETCH_H
#define CPREFETCH_H

// Swift has no way to say this: fetch the cache line at an address, to be read soon.
static inline __attribute__((always_inline)) void cprefetch(const void *address) {
    __builtin_prefetch(address, 0, 3);
}
#endif
