package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"sigs.k8s.io/yaml"

	"github.com/pgdoctor/pgdoctor/internal/config"
)

// manifest decodes an example against the API's own type: a key that is unknown,
// twice there or of another kind fails.
func manifest[T any](t *testing.T, name, kind string) T {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(examplesDir, "kubernetes", name))
	if err != nil {
		t.Fatal(err)
	}
	var object T
	if err := yaml.UnmarshalStrict(text, &object); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var head struct{ APIVersion, Kind string }
	if err := yaml.Unmarshal(text, &head); err != nil || head.APIVersion+" "+head.Kind != kind {
		t.Errorf("%s is a %s %s, %v", name, head.APIVersion, head.Kind, err)
	}
	if inURL.Match(text) {
		t.Errorf("%s has a password", name)
	}
	return object
}

// Every file of the folder is looked at by one of the tests below.
func TestKubernetesFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(examplesDir, "kubernetes", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		names = append(names, filepath.Base(file))
	}
	if want := strings.Fields("cronjob.yaml fleet.yaml indexed-job.yaml networkpolicy.yaml role.sql"); !slices.Equal(names, want) {
		t.Errorf("examples: %q", names)
	}
	// the decoder can say no
	var job batchv1.Job
	for _, text := range []string{"spec: {completion: 4}", "spec: {completions: four}", "spec: {completions: 4, completions: 5}"} {
		if err := yaml.UnmarshalStrict([]byte(text), &job); err == nil {
			t.Errorf("%s is taken", text)
		}
	}
}

func TestKubernetesCronJob(t *testing.T) {
	job := manifest[batchv1.CronJob](t, "cronjob.yaml", "batch/v1 CronJob")
	if job.Spec.ConcurrencyPolicy != batchv1.ForbidConcurrent {
		t.Error("two runs at once")
	}
	checkPod(t, job.Spec.JobTemplate.Spec)
}

func TestKubernetesIndexedJob(t *testing.T) {
	job := manifest[batchv1.Job](t, "indexed-job.yaml", "batch/v1 Job")
	if job.Spec.CompletionMode == nil || *job.Spec.CompletionMode != batchv1.IndexedCompletion {
		t.Error("the Job has no indexes")
	}
	args := checkPod(t, job.Spec)
	if want := fmt.Sprintf("--shard=$(JOB_COMPLETION_INDEX)/%d", *job.Spec.Completions); !slices.Contains(args, want) {
		t.Errorf("%d completions, and arguments %q", *job.Spec.Completions, args)
	}
}

// checkPod looks at what a Job runs: the arguments are pgdoctor's, what they name is
// mounted, secrets come from the Secret, and the pod has no more rights than it needs.
func checkPod(t *testing.T, job batchv1.JobSpec) []string {
	t.Helper()
	pod := job.Template.Spec
	if pod.RestartPolicy != corev1.RestartPolicyNever || job.PodFailurePolicy == nil {
		t.Error("podFailurePolicy wants restartPolicy: Never")
	}
	if rule := job.PodFailurePolicy.Rules[0]; rule.Action != batchv1.PodFailurePolicyActionFailJob || !slices.Equal(rule.OnExitCodes.Values, []int32{exitUsage}) {
		t.Errorf("fails for good with %v", rule.OnExitCodes.Values)
	}
	if pod.AutomountServiceAccountToken == nil || *pod.AutomountServiceAccountToken || !*pod.SecurityContext.RunAsNonRoot {
		t.Error("the pod has a token, or may run as root")
	}
	if group := pod.SecurityContext.FSGroup; group == nil || *group != 65532 { // what the image runs as
		t.Error("the pod's user cannot read the Secret")
	}
	one := pod.Containers[0]
	if s := one.SecurityContext; *s.AllowPrivilegeEscalation || !*s.ReadOnlyRootFilesystem || !slices.Contains(s.Capabilities.Drop, "ALL") {
		t.Errorf("the container may %+v", s)
	}
	if one.Args[0] != "check" {
		t.Errorf("runs %q", one.Args)
	}
	known := map[string]bool{}
	for _, flag := range checkCommand().Flags {
		for _, name := range flag.Names() {
			known[name] = true
		}
	}
	for _, arg := range one.Args[1:] {
		name, value, _ := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
		if !known[name] {
			t.Errorf("check has no flag %s", arg)
		}
		if name == "targets" && !mounted(pod, one, value) {
			t.Errorf("%s is not mounted", value)
		}
	}
	for _, variable := range one.Env {
		if keyword.MatchString(variable.Name) && variable.Value != "" || variable.Name == "PGDOCTOR_STORE" && variable.ValueFrom.SecretKeyRef == nil {
			t.Errorf("%s is in the manifest", variable.Name)
		}
		if variable.Name == "PGPASSFILE" && !mounted(pod, one, variable.Value) {
			t.Errorf("%s is not mounted", variable.Value)
		}
	}
	return one.Args
}

// mounted says whether a file is in a container: a key of the example's ConfigMap,
// or an item of a Secret.
func mounted(pod corev1.PodSpec, container corev1.Container, path string) bool {
	for _, mount := range container.VolumeMounts {
		key, inside := strings.CutPrefix(path, mount.MountPath+"/")
		if !inside {
			continue
		}
		for _, volume := range pod.Volumes {
			switch {
			case volume.Name != mount.Name:
			case volume.ConfigMap != nil:
				return volume.ConfigMap.Name == "pgdoctor-fleet" && key == "fleet.yaml"
			case volume.Secret != nil:
				return slices.ContainsFunc(volume.Secret.Items, func(item corev1.KeyToPath) bool { return item.Path == key })
			}
		}
	}
	return false
}

// The targets of the ConfigMap are such as check reads, with their own configuration.
func TestKubernetesFleet(t *testing.T) {
	fleet := manifest[corev1.ConfigMap](t, "fleet.yaml", "v1 ConfigMap")
	list, err := config.ParseTargets("fleet.yaml", []byte(fleet.Data["fleet.yaml"]), os.LookupEnv)
	if err != nil || len(list) < 2 {
		t.Fatalf("%d targets, %v", len(list), err)
	}
	for _, target := range list {
		if strings.Contains(target.DSN.V, "password") || !strings.Contains(target.DSN.V, "user=pgdoctor_fleet") || !strings.Contains(target.DSN.V, "sslmode=verify-full") {
			t.Errorf("%s connects by %s", target.Name.V, target.DSN.V)
		}
		if own := target.Config.V; own != "" {
			if _, err := config.Parse(own, []byte(fleet.Data[own])); err != nil || fleet.Data[own] == "" {
				t.Errorf("%s: %v", own, err)
			}
		}
	}
}

// The policy is for the pods of the Jobs, and lets them out to PostgreSQL and to
// name servers alone.
func TestKubernetesNetworkPolicy(t *testing.T) {
	policy := manifest[networkingv1.NetworkPolicy](t, "networkpolicy.yaml", "networking.k8s.io/v1 NetworkPolicy")
	if len(policy.Spec.PolicyTypes) != 2 || len(policy.Spec.Ingress) != 0 || len(policy.Spec.PodSelector.MatchLabels) == 0 {
		t.Errorf("lets in %v, by %v", policy.Spec.Ingress, policy.Spec.PolicyTypes)
	}
	for _, labels := range []map[string]string{
		manifest[batchv1.CronJob](t, "cronjob.yaml", "batch/v1 CronJob").Spec.JobTemplate.Spec.Template.Labels,
		manifest[batchv1.Job](t, "indexed-job.yaml", "batch/v1 Job").Spec.Template.Labels,
	} {
		for name, value := range policy.Spec.PodSelector.MatchLabels {
			if labels[name] != value {
				t.Errorf("a pod with %v is not meant", labels)
			}
		}
	}
	var ports []int
	for _, rule := range policy.Spec.Egress {
		if len(rule.To) == 0 {
			t.Error("a rule leads anywhere")
		}
		for _, port := range rule.Ports {
			ports = append(ports, port.Port.IntValue())
		}
	}
	if !slices.Equal(ports, []int{53, 53, 5432}) {
		t.Errorf("lets out to ports %v", ports)
	}
}
