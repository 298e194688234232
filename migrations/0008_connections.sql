-- What refers to a resource, property by property, so that neither of many has to be read to find
-- the few that refer in another way. The rules of writing are at the top of 0001.

-- Only what refers to a CTID; a query says the same condition in the same words.
create index resource_reference_to_resource on resource_reference (target, property, resource)
    where target >= 'ce-' and target < 'ce.';
