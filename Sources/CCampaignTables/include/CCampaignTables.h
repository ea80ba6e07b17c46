#ifndef CCAMPAIGNTABLES_H
#define CCAMPAIGNTABLES_H

/// The bytes of one file of Data/tables.
typedef struct {
    const unsigned char *bytes;
    long count;
} CampaignTable;

/// The table of a name, as in "cities"; no bytes if there is none.
CampaignTable campaign_table(const char *name);

#endif
