package playbook

type index struct{}
